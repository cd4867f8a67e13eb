namespace Tocsin.Tests.Support.Processes;

/// <summary>Where the programs are that this checkout built, in the configuration that the tests themselves were built in.</summary>
public static class Checkout
{
    /// <summary>The root of the checkout.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A silo.</summary>
    public static string Silo => Built("Silo", "Tocsin.Silo");

    /// <summary>A gateway; embedded, the whole of it.</summary>
    public static string Gateway => Built("Gateway", "Tocsin.Gateway");

    /// <summary>The sign-in provider.</summary>
    public static string Provider => Built("tests/Provider", "Tocsin.Tests.Provider");

    /// <summary>The load program.</summary>
    public static string Load => Built("tests/Load", "Tocsin.Tests.Load");

    private static string Configuration => AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";

    private static string Built(string folder, string assembly) =>
        Path.Combine(Root, folder, "bin", Configuration, "net10.0", assembly + ".dll");

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Tocsin.slnx")))
            directory = directory.Parent;
        return directory?.FullName ?? throw new InvalidOperationException("These tests run inside a checkout.");
    }
}
