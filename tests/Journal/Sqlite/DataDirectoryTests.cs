using Tocsin.Hosting;
using Tocsin.Journal.Sqlite;

namespace Tocsin.Tests.Journal.Sqlite;

/// <summary>One process has the folder.</summary>
public sealed class DataDirectoryTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tocsin-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_second_claim_is_refused_with_one_line_that_names_the_key_and_the_folder()
    {
        using var first = DataDirectory.Claim(_folder.FullName);
        var refused = Assert.Throws<MisconfigurationException>(() => DataDirectory.Claim(_folder.FullName));
        Assert.StartsWith("Tocsin:DataDirectory", refused.Message, StringComparison.Ordinal);
        Assert.Contains(_folder.FullName, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    [Fact]
    public void A_claim_that_was_given_up_leaves_a_file_that_stops_nobody()
    {
        DataDirectory.Claim(_folder.FullName).Dispose();
        Assert.True(File.Exists(Path.Combine(_folder.FullName, "lock")));
        DataDirectory.Claim(_folder.FullName).Dispose();
    }

    [Fact]
    public void A_folder_that_is_not_there_is_made()
    {
        using var claimed = DataDirectory.Claim(Path.Combine(_folder.FullName, "a", "b"));
        Assert.True(Directory.Exists(claimed.Path));
    }

    [Fact]
    public void A_file_in_place_of_the_folder_is_refused_with_one_line_that_names_the_key()
    {
        var file = Path.Combine(_folder.FullName, "file");
        File.WriteAllText(file, "");
        var refused = Assert.Throws<MisconfigurationException>(() => DataDirectory.Claim(file));
        Assert.StartsWith("Tocsin:DataDirectory", refused.Message, StringComparison.Ordinal);
    }
}
