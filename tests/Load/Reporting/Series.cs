namespace Tocsin.Tests.Load.Reporting;

/// <summary>One line of a chart.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Points">Its points, from left to right.</param>
public sealed record Series(string Name, IReadOnlyList<(double X, double Y)> Points)
{
    /// <summary>Which of the page's lines it looks like, 0..7; colour and dashes differ.</summary>
    public int Look { get; init; }
}
