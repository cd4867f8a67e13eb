namespace Tocsin.Tests.Tidy;

/// <summary>
/// The rooms of a project, and which of them knows which. A room is a folder of the project; a room knows another when one of its files
/// names a type, or calls an extension method, that is declared in exactly one room, and the file sees that room's namespace: as its own,
/// by <c>using</c>, or as <c>Room.Type</c>. Names in comments and texts do not count. Files beside the folders, such as
/// <c>Program.cs</c>, are no room.
/// </summary>
internal sealed class RoomGraph
{
    private readonly SortedDictionary<(string From, string To), SortedSet<string>> _arrows = [];

    private RoomGraph(IReadOnlyList<SourceFile> files)
    {
        Rooms = [.. files.Select(f => f.Room).Distinct().Order(StringComparer.Ordinal)];
        var types = Homes(files, f => f.Types);
        var extensions = Homes(files, f => f.Extensions);
        foreach (var file in files)
        {
            foreach (var (qualifier, name) in file.Names)
                Add(file, types, name, qualifier);
            foreach (var name in file.Calls)
                Add(file, extensions, name, "");
        }
    }

    /// <summary>The rooms, by name.</summary>
    public IReadOnlyList<string> Rooms { get; }

    /// <summary>Which room knows which, each with the places that say so: <c>Answers/Responder.cs: GrainCaller</c>.</summary>
    public IReadOnlyDictionary<(string From, string To), SortedSet<string>> Arrows => _arrows;

    /// <summary>The graph of a project of this repository.</summary>
    /// <param name="project">Its folder, such as <c>Gateway</c>.</param>
    public static RoomGraph Of(string project) => Of(Repository.Sources(project)
        .Select(file => (Path: file[(project.Length + 1)..], Text: Repository.Read(file))));

    /// <summary>The graph of these files.</summary>
    /// <param name="files">Each with its path within the project.</param>
    public static RoomGraph Of(IEnumerable<(string Path, string Text)> files) => new(
        [.. files.Where(f => f.Path.Contains('/', StringComparison.Ordinal)).Select(f => new SourceFile(f.Path, f.Text))]);

    /// <summary>The circles: sets of rooms that all know each other, by way of the others.</summary>
    /// <param name="allowed">Arrows that are known and not counted, as <c>From -> To</c>.</param>
    /// <returns>A line for each circle, with its rooms and all arrows within it.</returns>
    public IReadOnlyList<string> Circles(params string[] allowed)
    {
        var next = _arrows.Keys.Where(a => !allowed.Contains(Text(a))).ToLookup(a => a.From, a => a.To);
        var reached = Rooms.ToDictionary(room => room, room => Reach(room, next));
        return Rooms
            .Where(room => reached[room].Contains(room))
            .GroupBy(room => string.Join(", ", Rooms.Where(other => reached[room].Contains(other) && reached[other].Contains(room))))
            .Select(circle => Describe(circle.Key, [.. circle]))
            .ToList();
    }

    /// <summary>Arrows of an allow-list that no longer exist: they must be taken off it.</summary>
    public IReadOnlyList<string> Stale(params string[] allowed) => [.. allowed.Except(_arrows.Keys.Select(Text))];

    private static string Text((string From, string To) arrow) => $"{arrow.From} -> {arrow.To}";

    private static HashSet<string> Reach(string room, ILookup<string, string> next)
    {
        var reached = new HashSet<string>();
        var open = new Stack<string>(next[room]);
        while (open.TryPop(out var at))
        {
            if (!reached.Add(at))
                continue;
            foreach (var to in next[at])
                open.Push(to);
        }

        return reached;
    }

    // Names that one room declares and no other, with that room and the namespaces in which it does.
    private static Dictionary<string, (string Room, HashSet<string> Namespaces)> Homes(
        IReadOnlyList<SourceFile> files, Func<SourceFile, IEnumerable<string>> names) => files
        .SelectMany(f => names(f).Select(name => (Name: name, f.Room, f.Namespace)))
        .GroupBy(d => d.Name)
        .Where(g => g.Select(d => d.Room).Distinct().Count() == 1)
        .ToDictionary(g => g.Key, g => (g.First().Room, g.Select(d => d.Namespace).ToHashSet()));

    private void Add(SourceFile file, Dictionary<string, (string Room, HashSet<string> Namespaces)> homes, string name, string qualifier)
    {
        if (!homes.TryGetValue(name, out var home) || home.Room == file.Room || !home.Namespaces.Any(n => file.Sees(n, qualifier)))
            return;
        var arrow = (file.Room, home.Room);
        if (!_arrows.TryGetValue(arrow, out var places))
            _arrows[arrow] = places = new SortedSet<string>(StringComparer.Ordinal);
        places.Add($"{file.Path}: {name}");
    }

    private string Describe(string names, string[] circle) => names + "\n" + string.Join("\n", _arrows
        .Where(a => circle.Contains(a.Key.From) && circle.Contains(a.Key.To))
        .Select(a => $"  {Text(a.Key)} by {string.Join("; ", a.Value)}"));
}
