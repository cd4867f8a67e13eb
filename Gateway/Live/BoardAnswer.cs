using Tocsin.Units;

namespace Tocsin.Live;

/// <summary>The answer to <c>GET /board</c>, for the OpenAPI document.</summary>
/// <param name="Epoch">The epoch of the journal to which the position belongs.</param>
/// <param name="Position">The position of the journal as of which the board is; follow the feed after it.</param>
/// <param name="At">When it was answered.</param>
/// <param name="Incidents">The open incidents.</param>
/// <param name="Units">The units on duty, by id.</param>
internal sealed record BoardAnswer(
    string Epoch, long Position, DateTimeOffset At, IReadOnlyList<BoardIncident> Incidents, IReadOnlyList<UnitView> Units);
