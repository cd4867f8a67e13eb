using Tocsin.Units;

namespace Tocsin.Live;

/// <summary>The answer to <c>GET /board</c>, for the OpenAPI document.</summary>
/// <param name="Epoch">Which history the position belongs to.</param>
/// <param name="Position">What it is as of.</param>
/// <param name="At">When it was answered.</param>
/// <param name="Incidents">The open ones.</param>
/// <param name="Units">All on duty, by id.</param>
internal sealed record BoardAnswer(string Epoch, long Position, DateTimeOffset At, IReadOnlyList<BoardIncident> Incidents, IReadOnlyList<UnitView> Units);
