namespace Tocsin.Tests.Load.Replay.Reading;

/// <summary>What a file held, and what was made of its dirt.</summary>
/// <param name="Lines">Rows of the file, without the headings.</param>
/// <param name="Rows">Rows that can be used, in the file's order.</param>
/// <param name="NotCarried">Rows and values that cannot.</param>
/// <param name="Notes">How something was understood that could be understood otherwise.</param>
public sealed record Readings(int Lines, IReadOnlyList<FileRow> Rows, IReadOnlyList<NotCarried> NotCarried, IReadOnlyList<string> Notes);
