using Tocsin.Tests.Load;

namespace Tocsin.Tests.LoadTests.Commands;

/// <summary>A command line that cannot be used is exit code 2, and nothing is sent.</summary>
public sealed class UsageTests
{
    [Theory]
    [InlineData]
    [InlineData("replay")]
    [InlineData("replay", "no-such-file.csv")]
    [InlineData("replay", "file.csv", "--speed", "fast")]
    [InlineData("replay", "file.csv", "--speed", "0")]
    [InlineData("replay", "file.csv", "--zone", "Mars/Olympus")]
    [InlineData("replay", "file.csv", "--concurrency", "0")]
    [InlineData("replay", "file.csv", "--run", "two words")]
    [InlineData("replay", "file.csv", "--url", "somewhere")]
    [InlineData("year", "--year", "1999")]
    [InlineData("year", "--year", "2999")]
    [InlineData("year", "--share", "0")]
    [InlineData("year", "--share", "1.5")]
    [InlineData("year", "--run", "two words")]
    [InlineData("year", "--concurrency", "0")]
    [InlineData("year", "--url", "http://127.0.0.1:1", "--url", "http://centre.example")]
    [InlineData("profile", "no-such-profile")]
    [InlineData("profile", "city-peak", "--rate", "-1")]
    [InlineData("profile", "city-peak", "--url", "http://centre.example")]
    [InlineData("profile", "nation", "--share", "0")]
    [InlineData("profile", "nation", "--share", "much")]
    [InlineData("profile", "nation", "--speed", "-1")]
    [InlineData("profile", "nation", "--positions", "200001")]
    [InlineData("profile", "nation", "--burst", "0.5")]
    [InlineData("profile", "nation", "--consoles", "10001")]
    [InlineData("profile", "nation", "--seconds", "0")]
    [InlineData("profile", "nation", "--units", "-1")]
    [InlineData("profile", "nation", "--metrics", "http://centre.example/metrics")]
    [InlineData("profile", "nation", "--url", "http://127.0.0.1:1", "--url", "http://centre.example")]
    [InlineData("profile", "nation", "--rate", "10000", "--seconds", "600000")]
    [InlineData("profile", "new-year", "--share", "0.5")]
    [InlineData("profile", "new-year", "--rate", "3")]
    [InlineData("profile", "new-year", "--burst", "2")]
    [InlineData("profile", "new-year", "--speed", "0")]
    [InlineData("profile", "new-year", "--zone", "Mars/Olympus")]
    [InlineData("profile", "new-year", "--file", "no-such-file.csv")]
    [InlineData("profile", "new-year", "--speed", "0.01")]
    [InlineData("profile", "nation", "--file", "file.csv")]
    [InlineData("report", "no-such-result.json", "--html", "never-written.html")]
    [InlineData("report", "result.json")]
    [InlineData("report", "--html", "never-written.html")]
    [InlineData("feed", "--clients", "-1")]
    [InlineData("feed", "--clients", "10001")]
    [InlineData("feed", "--profile", "no-such-profile")]
    [InlineData("feed", "--command-url", "http://centre.example")]
    [InlineData("races", "--count", "0")]
    [InlineData("races", "--url", "http://centre.example")]
    [InlineData("crash-load")]
    [InlineData("check-ledger", "no-such-ledger")]
    public async Task A_bad_command_line_is_exit_code_2(params string[] args) =>
        Assert.Equal(ExitCodes.Usage, await LoadProgram.RunAsync(args));

    [Fact]
    public async Task A_file_that_is_not_of_the_source_is_exit_code_2()
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(path, "a,b\n1,2\n", TestContext.Current.CancellationToken);

            Assert.Equal(ExitCodes.Usage, await LoadProgram.RunAsync(["replay", path]));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
