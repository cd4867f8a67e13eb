namespace Tocsin.Access;

/// <summary>A place in a list of the access log, which is in order of time and, within a time, of id; newest first.</summary>
/// <param name="At">The time.</param>
/// <param name="Id">The id.</param>
public sealed record AccessPlace(DateTimeOffset At, long Id);
