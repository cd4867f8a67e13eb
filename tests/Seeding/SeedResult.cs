namespace Tocsin.Tests.Seeding;

/// <summary>What was written.</summary>
/// <param name="Events">Events; also the last position.</param>
/// <param name="Incidents">Incidents.</param>
/// <param name="Seals">Seals.</param>
/// <param name="Begins">When the first event was recorded.</param>
/// <param name="Told">How long it took to tell the past and copy it.</param>
/// <param name="Indexed">How long the indexes and statistics took.</param>
public sealed record SeedResult(long Events, long Incidents, long Seals, DateTimeOffset Begins, TimeSpan Told, TimeSpan Indexed);
