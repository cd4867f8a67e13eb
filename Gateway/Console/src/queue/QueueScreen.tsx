export default function QueueScreen() {
  return null;
}
