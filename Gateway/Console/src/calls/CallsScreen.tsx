export default function CallsScreen() {
  return null;
}
