using System.Globalization;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.Journal.Conformance;

/// <summary>
/// Many writers at once do at random what grains do, and try some of it twice. Whatever order the journal chose, a model in memory that
/// carries out the committed requests in that order must end with the same journal, and every answer must be one that the model can
/// explain.
/// </summary>
public abstract class ModelTests(Func<Task<JournalDatabase>> create) : ConformanceTest(create)
{
    /// <summary>Stands for the seed that <c>TOCSIN_SEED</c> names: a new one in each nightly run.</summary>
    private const int GivenSeed = 3;

    private const int Writers = 16;
    private const int RequestsPerWriter = 60;

    private static readonly StreamId[] s_streams =
    [
        .. Enumerable.Range(0, 6).Select(i => Incident($"i{i}")),
        .. Enumerable.Range(0, 6).Select(i => Unit($"u{i}")),
        .. Enumerable.Range(0, 3).Select(i => Call($"c{i}")),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(20_231_231)]
    [InlineData(GivenSeed)]
    public async Task Whatever_many_writers_do_at_once_is_what_a_model_says(int seed)
    {
        if (seed == GivenSeed
            && int.TryParse(Environment.GetEnvironmentVariable("TOCSIN_SEED"), CultureInfo.InvariantCulture, out var given))
        {
            seed = given;
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"TOCSIN_SEED={seed} shows it again");
        var answers = (await Task.WhenAll(Enumerable.Range(0, Writers).Select(i => Task.Run(() => WriteAsync(new Random(seed + i))))))
            .SelectMany(a => a)
            .ToList();
        await RestartAsync();

        var model = new Model();
        foreach (var (request, result) in answers
            .Where(a => a.Result.Outcome == AppendOutcome.Committed)
            .OrderBy(a => a.Result.FirstPosition))
        {
            model.CarryOut(request, result);
        }

        var events = await EventsAsync();
        Whole.Check(events);
        Assert.Equal(model.Events, events.Select(e => (e.Stream, e.Version, e.CommandId, e.Position)));
        Assert.Equal(s_streams.Select(model.Version), await Journal.VersionsAsync(s_streams, Cancellation));
        foreach (var (request, result) in answers)
            await ExplainAsync(model, request, result);
        Assert.True(
            answers.Count(a => a.Result.Outcome == AppendOutcome.Committed) > Writers * 5, "too few were committed to mean anything");
        Assert.Contains(answers, a => a.Result.Outcome == AppendOutcome.Conflict);
        Assert.Contains(answers, a => a.Result.Outcome == AppendOutcome.Repeated);
    }

    private async Task<List<(AppendRequest Request, AppendResult Result)>> WriteAsync(Random random)
    {
        var answers = new List<(AppendRequest, AppendResult)>();
        for (var i = 0; i < RequestsPerWriter; i++)
        {
            var streams = random.GetItems(s_streams, random.Next(1, 5)).Distinct().ToList();
            var versions = await VersionsAsync(streams);
            var draft = Draft();
            for (var j = 0; j < streams.Count; j++)
            {
                if (random.Next(5) == 0)
                    draft.Head(streams[j], versions[j]);
                for (var n = random.Next(0, 3); n > 0; n--)
                    draft.Event(streams[j], versions[j], data: $"{random.Next()}");
            }

            draft.Head(streams[0], versions[0]);
            if (random.Next(2) == 0 || draft.Build().Events.Count == 0)
                draft.Keyed();
            var request = draft.Build();
            var tries = request.Key is not null && random.Next(4) == 0 ? 2 : 1;
            var results = await Task.WhenAll(Enumerable.Range(0, tries).Select(_ => Journal.AppendAsync(request, Cancellation).AsTask()));
            answers.AddRange(results.Select(result => (request, result)));
        }

        return answers;
    }

    // The deadlines of reads are short. On a busy machine one is missed, and tried again.
    private async Task<IReadOnlyList<int>> VersionsAsync(IReadOnlyList<StreamId> streams)
    {
        IReadOnlyList<int> versions = [];
        await Until.HoldsAsync(
            "the versions are read",
            async () =>
            {
                try
                {
                    versions = await Journal.VersionsAsync(streams, Cancellation);
                    return true;
                }
                catch (JournalUnavailableException)
                {
                    return false;
                }
            },
            stop: Cancellation);
        return versions;
    }

    private async Task ExplainAsync(Model model, AppendRequest request, AppendResult result)
    {
        switch (result.Outcome)
        {
            case AppendOutcome.Committed:
                Assert.True(model.WasCarriedOut(request.CommandId));
                break;
            case AppendOutcome.Repeated:
                // Also one that changed nothing was remembered, though it stands nowhere in the order.
                Assert.NotNull(await Journal.FindCommandAsync(request.CommandId, Cancellation));
                Assert.Equal(request.CommandId, result.Earlier!.Id);
                break;
            case AppendOutcome.Conflict:
                // Versions were read before and only rise: a conflict must have left somebody behind.
                Assert.Contains(request.Heads, h => model.Version(h.Stream) > h.ExpectedVersion);
                break;
            default:
                Assert.Fail($"{result.Outcome} has no reason here");
                break;
        }
    }

    private sealed class Model
    {
        private readonly Dictionary<StreamId, int> _versions = [];
        private readonly HashSet<CommandId> _commands = [];

        public List<(StreamId Stream, int Version, CommandId Command, JournalPosition Position)> Events { get; } = [];

        public int Version(StreamId stream) => _versions.GetValueOrDefault(stream);

        public bool WasCarriedOut(CommandId command) => _commands.Contains(command);

        public void CarryOut(AppendRequest request, AppendResult result)
        {
            Assert.True(_commands.Add(request.CommandId), "carried out twice");
            if (request.Events.Count == 0)
                return;
            Assert.All(request.Heads, h => Assert.Equal(Version(h.Stream), h.ExpectedVersion));
            var position = result.FirstPosition.Value;
            foreach (var one in request.Events)
            {
                var version = _versions[one.Stream] = Version(one.Stream) + 1;
                Events.Add((one.Stream, version, request.CommandId, new JournalPosition(position++)));
            }

            Assert.Equal(result.LastPosition.Value, position - 1);
        }
    }
}
