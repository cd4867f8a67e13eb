namespace Tocsin.Tests.Load;

/// <summary>What the program says to whoever started it.</summary>
public static class ExitCodes
{
    /// <summary>Everything was as it must be.</summary>
    public const int Good = 0;

    /// <summary>A difference, a broken promise, a limit missed, or work that could not be finished.</summary>
    public const int Bad = 1;

    /// <summary>The command line or the file it names cannot be used.</summary>
    public const int Usage = 2;
}
