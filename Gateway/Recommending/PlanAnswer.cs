using Tocsin.Identity;
using Tocsin.Incidents;

namespace Tocsin.Recommending;

/// <summary>The answer to a committed plan, for the OpenAPI document: the cluster makes the text itself.</summary>
/// <param name="Incident">The incident as it now stands.</param>
/// <param name="Assigned">Who was assigned by it.</param>
/// <param name="Replaced">Who could not be taken, and who goes instead.</param>
/// <param name="Missing">What is still missing.</param>
internal sealed record PlanAnswer(IncidentView Incident, IReadOnlyList<UnitId> Assigned, IReadOnlyList<ReplacedUnit> Replaced, IReadOnlyList<PlanShortfall> Missing);
