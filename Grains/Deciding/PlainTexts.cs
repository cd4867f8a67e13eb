namespace Tocsin.Deciding;

/// <summary>The fact whether some of what is to be erased stands in the journal in plain text, where destroying a key erases nothing.</summary>
/// <param name="AreThere">Whether it does.</param>
internal sealed record PlainTexts(bool AreThere);
