namespace Tocsin.Journal.Erasing;

/// <summary>A line of before with texts in it enciphered afterwards, so that they can be erased.</summary>
/// <param name="Position">Its position.</param>
/// <param name="Line">The line as it is to stand from now on; it differs from the one of before in those texts alone.</param>
public sealed record EncipheredLine(JournalPosition Position, string Line);
