export default function UnitsScreen() {
  return null;
}
