namespace Tocsin.Presence;

/// <summary>Who has which incident open.</summary>
/// <param name="ConsoleId">The console's window.</param>
/// <param name="Subject">The token's <c>sub</c>.</param>
/// <param name="Role">The role as which it was reported.</param>
/// <param name="IncidentId">The incident; null: none is open.</param>
internal sealed record PresenceAnswer(string ConsoleId, string Subject, string Role, string? IncidentId);
