using Tocsin.Identity;

namespace Tocsin.Journal;

/// <summary>The narrow row of a call, by which lists find it. Written whole whenever anything in it changed.</summary>
/// <param name="Id">The call.</param>
/// <param name="Status">ringing 0, answered 1, ended 2, disposed 3.</param>
/// <param name="ReceivedAt">When it came in: <c>ringingAt</c>, else <c>answeredAt</c>, else the time of its first event.</param>
/// <param name="DispositionKind">What was made of it, or null.</param>
/// <param name="Incident">The incident it is joined to, or null.</param>
/// <param name="Search">
/// The text that <c>q</c> searches: address, line and narrative, lower case, separated by line feeds. Never the caller's number.
/// </param>
public sealed record CallRow(
    CallId Id, short Status, DateTimeOffset ReceivedAt, string? DispositionKind, IncidentId? Incident, string Search);
