namespace Tocsin.Duplicates;

/// <summary>What speaks for a duplicate.</summary>
/// <param name="Code">Which.</param>
/// <param name="Value">How far, how long, how much; its unit is the code's. Null where there is nothing to measure.</param>
/// <param name="Score">What it adds to the score, 0 to 1.</param>
public sealed record DuplicateReason(DuplicateCode Code, int? Value, double Score);
