using Tocsin.Deciding;
using Tocsin.Erasing;
using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Journal.Erasing;
using Tocsin.Places;
using Tocsin.Tests.Rules.Deciding;
using static Tocsin.Tests.Rules.Cast;

namespace Tocsin.Tests.Rules.Erasing;

/// <summary>How texts are enciphered in a line, read back, and gone once their key is.</summary>
public class CiphersTests
{
    private static readonly StreamKey Key = StreamKey.New(0);

    public static TheoryData<StreamKind> Kinds => [StreamKind.Incident, StreamKind.Call];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_event_reads_back_as_it_was_and_reads_null_without_its_keys(StreamKind kind)
    {
        var stream = new StreamId(kind, "x1");
        foreach (var happened in CodecTests.SamplesOf(kind))
        {
            var data = EventCodec.Encode(happened);
            var line = Line(stream, happened, Key);
            Assert.Equal($$"""{"stream":"x","data":{{data}}}""", Ciphers.Decipher(line, stream, Key));
            var erased = Ciphers.Decipher(line, stream, null);
            Assert.Equal(Ciphers.IsIn(line), erased.EndsWith(Ciphers.ErasedEnd, StringComparison.Ordinal));
            Assert.False(Ciphers.IsIn(erased));

            // A fold takes what is left.
            var back = StreamDefinitions.Catalogue.Decode(stream, EventCodec.Kind(happened), erased);
            Assert.Equal(1, StreamDefinitions.Catalogue.Initial(stream).Apply(back, Centre.Start).Version);
        }
    }

    [Fact]
    public void Nothing_of_a_text_stands_in_the_line()
    {
        var line = Line(A.Stream, new NoteAdded("the man with the {\"cipher\":\"notes:AAAA\"} hat"), Key);
        Assert.StartsWith("""{"stream":"x","data":{"text":{"cipher":"notes:""", line, StringComparison.Ordinal);
        Assert.DoesNotContain("hat", line, StringComparison.Ordinal);
        Assert.Contains("hat", Ciphers.Decipher(line, A.Stream, Key), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_text_never_looks_the_same_and_belongs_to_its_stream()
    {
        var (one, two) = (Line(A.Stream, new NoteAdded("x"), Key), Line(A.Stream, new NoteAdded("x"), Key));
        Assert.NotEqual(one, two);
        Assert.Contains("\"text\":null", Ciphers.Decipher(one, B.Stream, Key), StringComparison.Ordinal);
    }

    [Fact]
    public void An_erasure_takes_its_fields_and_leaves_the_others()
    {
        var note = Line(A.Stream, new NoteAdded("a note"), Key);
        var told = Line(A.Stream, new IncidentChanged(new IncidentChanges(null, null, null, new(null, "told"), null, null)), Key);
        var after = StreamKey.Parse(Key.Without([ErasureField.Notes]).Text);
        Assert.Equal(1, after.Generation);
        Assert.Contains("\"text\":null", Ciphers.Decipher(note, A.Stream, after), StringComparison.Ordinal);
        Assert.Contains("\"to\":\"told\"", Ciphers.Decipher(told, A.Stream, after), StringComparison.Ordinal);

        // What is written from now on can be read, and erased again.
        var later = Line(A.Stream, new NoteAdded("another"), after);
        Assert.Contains("another", Ciphers.Decipher(later, A.Stream, after), StringComparison.Ordinal);
        var again = after.Without(ErasureFields.Each.ToList());
        Assert.DoesNotContain("another", Ciphers.Decipher(later, A.Stream, again), StringComparison.Ordinal);
        Assert.DoesNotContain("told", Ciphers.Decipher(told, A.Stream, again), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_is_the_same_after_it_was_stored_and_a_digest_goes_with_every_erasure()
    {
        var stored = StreamKey.Parse(Key.Text);
        Assert.Equal(Key.DigestOf([1, 2]), stored.DigestOf([1, 2]));
        Assert.NotEqual(Key.DigestOf([1, 2]), Key.Without([ErasureField.Parties]).DigestOf([1, 2]));
    }

    // The journal compares what is stored with what an append was written with.
    [Fact]
    public void A_key_that_was_read_has_the_text_that_was_stored()
    {
        var later = """{"keys":{"z":"AAAA","requests":"AQID","a":"AAAB"},"generation":3,"more":true}""";
        foreach (var text in new[] { Key.Text, Key.Without([ErasureField.Notes]).Text, later })
            Assert.Equal(text, StreamKey.Parse(text).Text);
        Assert.Equal(4, StreamKey.Parse(later).Without([ErasureField.Notes]).Generation);
    }

    [Fact]
    public void A_field_that_came_after_an_erasure_is_written_and_read_until_something_is_erased_again()
    {
        // As a program without that field has stored it.
        var stored = StreamKey.Parse("""{"generation":1,"keys":{"requests":"AQID"}}""");
        var note = Line(A.Stream, new NoteAdded("a note"), stored);
        Assert.Contains("a note", Ciphers.Decipher(note, A.Stream, StreamKey.Parse(stored.Text)), StringComparison.Ordinal);
        Assert.Contains("a note", Ciphers.Decipher(note, A.Stream, stored.Without([ErasureField.Place])), StringComparison.Ordinal);
        Assert.DoesNotContain("a note", Ciphers.Decipher(note, A.Stream, stored.Without([ErasureField.Notes])), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_written_in_plain_text_is_enciphered_once_with_all_that_may_be_erased_later()
    {
        var members = StreamDefinitions.Catalogue.Of(A.Stream).Events.Erasable[nameof(IncidentChanged)];
        var place = new Location(36.5, 113, "mill lane");
        var plain = Plain(new IncidentChanged(new IncidentChanges(null, null, new(null, place), new(null, "told"), null, null)));
        Assert.True(Ciphers.IsPlain(plain, members, [ErasureField.Narrative]));
        Assert.False(Ciphers.IsPlain(plain, members, [ErasureField.Notes]));

        // The line is replaced once: what an erasure leaves of it must be erasable by a later one.
        var line = Ciphers.EncipherLine(plain, members, A.Stream, Key);
        Assert.DoesNotContain("told", line, StringComparison.Ordinal);
        Assert.DoesNotContain("mill lane", line, StringComparison.Ordinal);
        Assert.Equal(plain, Ciphers.Decipher(line, A.Stream, Key));
        Assert.False(Ciphers.IsPlain(line, members, [.. ErasureFields.Each]));
    }

    private static string Plain(object happened) => $$"""{"stream":"x","data":{{EventCodec.Encode(happened)}}}""";

    private static string Line(StreamId stream, object happened, StreamKey key)
    {
        var data = EventCodec.Encode(happened);
        return StreamDefinitions.Catalogue.Of(stream).Events.Erasable.TryGetValue(EventCodec.Kind(happened), out var members)
            ? $$"""{"stream":"x","data":{{Ciphers.Encipher(data, members, stream, key)}}}"""
            : $$"""{"stream":"x","data":{{data}}}""";
    }
}
