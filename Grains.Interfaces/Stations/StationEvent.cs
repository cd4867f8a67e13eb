namespace Tocsin.Stations;

/// <summary>What happened to a station. The name of the type is the event's kind.</summary>
public abstract record StationEvent;
