namespace Tocsin.Directives;

/// <summary>The fact about the station for which somebody issues.</summary>
/// <param name="MayInstruct">Whether it may issue directives.</param>
internal sealed record IssuingStation(bool MayInstruct);
