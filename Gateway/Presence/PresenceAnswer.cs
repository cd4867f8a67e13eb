namespace Tocsin.Presence;

/// <summary>Who has which incident open.</summary>
/// <param name="ConsoleId">The window.</param>
/// <param name="Subject">Who.</param>
/// <param name="Role">As what.</param>
/// <param name="IncidentId">Which; null: none.</param>
internal sealed record PresenceAnswer(string ConsoleId, string Subject, string Role, string? IncidentId);
