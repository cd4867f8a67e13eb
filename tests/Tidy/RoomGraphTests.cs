namespace Tocsin.Tests.Tidy;

/// <summary>What the graph of rooms finds in small projects.</summary>
public sealed class RoomGraphTests
{
    private const string Low = "namespace P.Low;\n\npublic sealed class Tool { }\n";

    [Fact]
    public void A_type_that_a_file_names_and_sees_is_an_arrow()
    {
        var user = "using P.Low;\n\nnamespace P.High;\n\npublic sealed class User(Tool tool);\n";
        var graph = Graph(("Low/Tool.cs", Low), ("High/User.cs", user));

        Assert.Equal(["High", "Low"], graph.Rooms);
        Assert.Equal([("High", "Low")], graph.Arrows.Keys);
        Assert.Equal(["High/User.cs: Tool"], graph.Arrows[("High", "Low")]);
        Assert.Empty(graph.Circles());
    }

    [Theory]
    [InlineData("namespace P.High;\n\npublic sealed class User { public int Tool; }\n")]
    [InlineData("using P.Low;\n\nnamespace P.High;\n\n// Tool\npublic sealed class User { string s = \"Tool\"; }\n")]
    [InlineData("using P.Low;\n\nnamespace P.High;\n\npublic sealed class User { int x = this.Tool; }\n")]
    [InlineData("using P.Low;\n\nnamespace P.High;\n\npublic sealed class User { int x = Other.Tool; }\n")]
    public void A_name_that_is_not_the_type_is_none(string user) =>
        Assert.Empty(Graph(("Low/Tool.cs", Low), ("High/User.cs", user)).Arrows);

    [Theory]
    [InlineData("namespace P.High;\n\npublic sealed class User(Low.Tool tool);\n")]
    [InlineData("namespace P.High;\n\npublic sealed class User(P.Low.Tool tool);\n")]
    [InlineData("using P.Low;\n\nnamespace P.High;\n\npublic sealed class User { object o = Tool.Make(); }\n")]
    public void A_qualified_type_and_a_static_member_are(string user) =>
        Assert.Equal([("High", "Low")], Graph(("Low/Tool.cs", Low), ("High/User.cs", user)).Arrows.Keys);

    [Fact]
    public void A_call_of_an_extension_method_is_an_arrow() => Assert.Equal(["High/User.cs: Mend"], Graph(
        ("Low/Tools.cs", "namespace P.Low;\n\npublic static class Tools { public static int Mend(this int x) => x; }\n"),
        ("High/User.cs", "using P.Low;\n\nnamespace P.High;\n\npublic sealed class User { int x = 1.Mend(); }\n")).Arrows[("High", "Low")]);

    [Fact]
    public void A_name_that_two_rooms_declare_is_not_resolved() => Assert.Empty(Graph(
        ("Low/Tool.cs", Low),
        ("Other/Tool.cs", "namespace P.Other;\n\npublic sealed class Tool { }\n"),
        ("High/User.cs", "using P.Low;\n\nnamespace P.High;\n\npublic sealed class User(Tool tool);\n")).Arrows);

    [Fact]
    public void Files_beside_the_folders_are_no_room() =>
        Assert.Equal(["Low"], Graph(("Low/Tool.cs", Low), ("Program.cs", "using P.Low;\n\nnew Tool();\n")).Rooms);

    [Fact]
    public void A_circle_is_told_with_its_arrows_unless_one_of_them_is_allowed()
    {
        var graph = Graph(
            ("A/First.cs", "using P.B;\n\nnamespace P.A;\n\npublic sealed class First(Second next);\n"),
            ("B/Second.cs", "using P.C;\n\nnamespace P.B;\n\npublic sealed class Second(Third next);\n"),
            ("C/Third.cs", "using P.A;\n\nnamespace P.C;\n\npublic sealed class Third(First next);\n"),
            ("D/Fourth.cs", "using P.A;\n\nnamespace P.D;\n\npublic sealed class Fourth(First first);\n"));

        var circle = Assert.Single(graph.Circles());
        Assert.StartsWith("A, B, C\n", circle, StringComparison.Ordinal);
        Assert.Contains("B -> C by B/Second.cs: Third", circle, StringComparison.Ordinal);
        Assert.DoesNotContain("D", circle, StringComparison.Ordinal);
        Assert.Empty(graph.Circles("C -> A"));
        Assert.Equal(["C -> D"], graph.Stale("C -> A", "C -> D"));
    }

    private static RoomGraph Graph(params (string Path, string Text)[] files) => RoomGraph.Of(files);
}
