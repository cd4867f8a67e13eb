namespace Tocsin.Tests.Load.Year.Reckoning;

/// <summary>A figure that is not as it must be.</summary>
/// <param name="Where">Which report, and which of its groups.</param>
/// <param name="Name">Which figure.</param>
/// <param name="PutIn">What was put in.</param>
/// <param name="Reported">What is reported.</param>
public sealed record FigureDifference(string Where, string Name, string PutIn, string Reported);
