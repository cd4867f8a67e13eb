namespace Tocsin.Tests.Faults.Measuring;

/// <summary>A time in which no command of one incident was answered.</summary>
/// <param name="From">The answer before it.</param>
/// <param name="Until">The answer after it, or the end of the drive.</param>
public readonly record struct Gap(TimeSpan From, TimeSpan Until)
{
    /// <summary>How long it was.</summary>
    public TimeSpan Length => Until - From;
}
