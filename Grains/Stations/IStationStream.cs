using Tocsin.Streams;

namespace Tocsin.Stations;

/// <summary>The stream of one station, for commands on other streams that touch it.</summary>
[Alias("tocsin.IStationStream")]
public interface IStationStream : IStreamGrain;
