namespace Tocsin.Directives;

/// <summary>The fact about the station for which somebody issues.</summary>
/// <param name="MayInstruct">Whether it may issue directives.</param>
/// <param name="SeesCall">Whether it may read the call that they are to hang on.</param>
internal sealed record IssuingStation(bool MayInstruct, bool SeesCall = false);
