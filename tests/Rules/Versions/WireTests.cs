using Tocsin.Identity;
using Tocsin.Live;
using Tocsin.Streams;

namespace Tocsin.Tests.Rules.Versions;

/// <summary>What processes of two versions send each other.</summary>
public class WireTests
{
    /// <summary>
    /// Orleans reads an unknown subtype of a concrete type as that type, without an error, and the members behind it shift.
    /// </summary>
    [Fact]
    public void A_type_on_the_wire_that_others_derive_from_is_abstract()
    {
        var types = new[] { typeof(StreamId).Assembly, typeof(StreamGrain).Assembly }
            .SelectMany(a => a.GetTypes())
            .Where(t => t.IsClass && t.GetCustomAttributes(typeof(GenerateSerializerAttribute), inherit: false).Length > 0)
            .ToHashSet();
        Assert.NotEmpty(types);
        Assert.DoesNotContain(types, t => !t.IsAbstract && types.Any(other => other.BaseType == t));
    }

    [Theory]
    [InlineData(null, StreamKind.Incident, true)]
    [InlineData(null, (StreamKind)200, false)]
    [InlineData("1,2,200", (StreamKind)200, true)]
    [InlineData("1,2,200", StreamKind.Call, false)]
    [InlineData("1,20", StreamKind.Unit, false)]
    public void A_gateway_reads_the_kinds_that_it_says(string? kinds, StreamKind kind, bool reads) =>
        Assert.Equal(reads, LiveKinds.Has(kinds, kind));

    [Fact]
    public void This_gateway_says_every_kind_that_has_a_word() =>
        Assert.All(Enum.GetValues<StreamKind>(), kind => Assert.Equal(new StreamId(kind, "x").IsKnown, LiveKinds.Has(LiveKinds.Own, kind)));

    [Theory]
    [InlineData("future/f28")]
    [InlineData("incident/")]
    [InlineData("incident")]
    [InlineData("")]
    [InlineData("incident/with space")]
    [InlineData("事件/1")]
    public void A_stored_name_that_is_not_known_is_kept_whole(string name)
    {
        var stream = StreamId.OfRow(name);
        Assert.Equal((StreamKind.Unknown, name, false), (stream.Kind, stream.ToString(), stream.IsKnown));
        Assert.False(StreamId.TryParse(name, out _));
    }

    [Fact]
    public void A_stored_name_of_a_known_kind_is_the_stream() =>
        Assert.Equal(new StreamId(StreamKind.RunCard, "fire-1"), StreamId.OfRow("runCard/fire-1"));

    [Fact]
    public void Streams_of_unknown_kinds_come_last_in_the_order_of_gates() =>
        Assert.True(new StreamId(StreamKind.RunCard, "z") < StreamId.OfRow("a/a"));
}
