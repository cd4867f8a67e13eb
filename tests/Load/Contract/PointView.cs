namespace Tocsin.Tests.Load.Contract;

/// <summary>A point, WGS 84 degrees.</summary>
public sealed record PointView(double Lat, double Lon);
