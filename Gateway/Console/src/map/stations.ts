export { useStations } from '../stations/names';
