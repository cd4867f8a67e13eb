namespace Tocsin.Tests.Faults;

/// <summary>What the program says to whoever started it.</summary>
public static class ExitCodes
{
    /// <summary>All held.</summary>
    public const int Good = 0;

    /// <summary>A limit was missed or a promise broken.</summary>
    public const int Bad = 1;

    /// <summary>The command line cannot be used.</summary>
    public const int Usage = 2;

    /// <summary>
    /// This machine does not allow what the fault needs (network namespaces, a small disk): nothing was tried, nothing is proved.
    /// </summary>
    public const int NotPermitted = 3;
}
