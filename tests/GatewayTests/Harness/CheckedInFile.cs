namespace Tocsin.Tests.GatewayTests.Harness;

/// <summary>Files of the repository that are made from the gateway: they are compared, or written with TOCSIN_RENEW=true.</summary>
internal static class CheckedInFile
{
    /// <summary>
    /// Set to true, the tests write the files instead of comparing them; in the folder of the built tests:
    /// <c>TOCSIN_RENEW=true ./Tocsin.Tests.GatewayTests -class "*CheckedInDocument*" -class "*PermissionsFile*"</c>.
    /// </summary>
    private const string Renew = "TOCSIN_RENEW";

    public static async Task AssertCurrentAsync(string file, string made)
    {
        var path = Path.Combine(Root(), file);
        if (Environment.GetEnvironmentVariable(Renew) == "true")
            await File.WriteAllTextAsync(path, made, TestContext.Current.CancellationToken);
        Assert.True(
            made == await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken),
            $"{file} is not current: run this test once with {Renew}=true, and commit the file.");
    }

    private static string Root()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Tocsin.slnx")))
            directory = directory.Parent;
        return directory?.FullName ?? throw new InvalidOperationException("These tests run inside a checkout.");
    }
}
