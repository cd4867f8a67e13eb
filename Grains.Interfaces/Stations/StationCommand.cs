namespace Tocsin.Stations;

/// <summary>What can be asked of a station.</summary>
[GenerateSerializer, Immutable, Alias("tocsin.StationCommand")]
public abstract record StationCommand;
