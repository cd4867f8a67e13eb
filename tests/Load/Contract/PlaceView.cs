namespace Tocsin.Tests.Load.Contract;

/// <summary>A place: WGS 84 degrees (both or neither) and what people call it (at most 200 characters).</summary>
public sealed record PlaceView(double? Lat, double? Lon, string? Address);
