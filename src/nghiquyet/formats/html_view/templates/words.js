// Words are found without regard to case, and without regard to tone marks when none are typed: «che phu rung».
const plain = text => text.toLocaleLowerCase("vi").normalize("NFD").replace(/[\u0300-\u036f]/g, "").replaceAll("đ", "d");
const finder = typed => {
  const words = typed.toLocaleLowerCase("vi").normalize("NFC").trim();
  if (!words) return () => true;
  const bare = plain(words) === words;
  return text => bare ? plain(text).includes(words) : text.toLocaleLowerCase("vi").normalize("NFC").includes(words);
};
