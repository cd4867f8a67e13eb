using Tocsin.Hosting;
using Tocsin.Versions;

namespace Tocsin.Tests.Rules.Versions;

/// <summary>What ends the way back to the first version stands in docs/upgrading.md, where an operator looks before using it.</summary>
public class WayBackTests
{
    [Fact]
    public void Every_kind_of_event_and_form_that_ends_the_way_back_is_named_in_the_page()
    {
        var page = File.ReadAllText(Path.Combine(Root(), "docs", "upgrading.md"));
        var paragraph = page.Split("\n\n").Single(p => p.StartsWith("**What ends the way back to 6c233d3**", StringComparison.Ordinal));
        var ending = new OwnReadables(StreamDefinitions.Catalogue).Value.Forms
            .Where(f => !Readables.Baseline.Reads(f.Key, f.Value))
            .Select(f => f.Key);
        Assert.All(ending, name => Assert.Contains(name, paragraph, StringComparison.Ordinal));
    }

    private static string Root()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Tocsin.slnx")))
            directory = directory.Parent;
        return directory!.FullName;
    }
}
