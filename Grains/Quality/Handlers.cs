namespace Tocsin.Quality;

/// <summary>The fact about whose work a record is.</summary>
/// <param name="Subjects">The subjects of who answered a call of it, had one handed on to them, or closed it.</param>
internal sealed record Handlers(IReadOnlySet<string> Subjects);
