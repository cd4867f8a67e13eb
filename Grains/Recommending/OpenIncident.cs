using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Places;

namespace Tocsin.Recommending;

/// <summary>An open incident as recommendations and duplicates see it.</summary>
/// <param name="Id">The incident.</param>
/// <param name="Number">What people say aloud.</param>
/// <param name="Category">Its category.</param>
/// <param name="Priority">1 (most urgent) to 4.</param>
/// <param name="Status">Its status.</param>
/// <param name="Location">Where it is.</param>
/// <param name="ReceivedAt">When it was received.</param>
/// <param name="CallCount">How many calls are joined to it.</param>
/// <param name="Summary">The beginning of its narrative.</param>
internal sealed record OpenIncident(
    IncidentId Id, string Number, string Category, int Priority, IncidentStatus Status, Location? Location, DateTimeOffset ReceivedAt, int CallCount, string? Summary);
