namespace Tocsin.Live;

/// <summary>The head of the answer to <c>GET /board</c>, for the OpenAPI document; a list for each section of the board follows.</summary>
/// <param name="Epoch">The epoch of the journal to which the position belongs.</param>
/// <param name="Position">The position of the journal as of which the board is; follow the feed after it.</param>
/// <param name="At">When it was answered.</param>
internal sealed record BoardAnswer(string Epoch, long Position, DateTimeOffset At);
