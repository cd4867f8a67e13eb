using System.Text.Json;
using Tocsin.Calls;
using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Erasing;
using Tocsin.Evidence;
using Tocsin.Hosting;
using Tocsin.Incidents;
using Tocsin.Journal.Erasing;
using Tocsin.Places;
using static Tocsin.Tests.Rules.Cast;

namespace Tocsin.Tests.Rules.Erasing;

/// <summary>Who erases what of a call or an incident, and what is left of it.</summary>
public class ErasingTests
{
    private static readonly Actor Admin = new("root", Roles.Admin);

    private static readonly AskIncidentErasure All = new([ErasureField.All], "asked for in writing");

    [Fact]
    public void One_asks_and_somebody_else_approves()
    {
        var centre = Over();
        Refused(RefusalCode.WrongStage, centre.Do(A, new ApproveIncidentErasure(), Supervisor));
        Done(centre.Do(A, All, Admin));
        Assert.Equal("words", centre.View(A).Narrative);
        Assert.False(centre.View(A).Erased);
        Assert.Equal((ErasureStatus.AwaitingApproval, "root"), (centre.View(A).Erasure!.Status, centre.View(A).Erasure!.AskedBy));
        Nothing(centre.Do(A, All, Admin));

        // The same person in another role is the same person.
        Refused(RefusalCode.Forbidden, centre.Do(A, new ApproveIncidentErasure(), new Actor("root", Roles.Supervisor)));
        Done(centre.Do(A, new ApproveIncidentErasure(), Supervisor));
        var view = centre.View(A);
        Assert.True(view.Erased);
        Assert.Null(view.Narrative);
        Assert.Null(view.Location);
        Assert.Null(view.Supervision!.Reason);
        Assert.Equal(2, view.Feedback.Count);
        Assert.All(view.Feedback, f => Assert.Null(f.Narrative));
        Assert.Equal((ErasureStatus.Erased, "li", centre.Now), (view.Erasure!.Status, view.Erasure.ApprovedBy, view.Erasure.ErasedAt));
        Assert.Equal(("theft", "handled"), (view.Category, view.Disposition));
        Refused(RefusalCode.WrongStage, centre.Do(A, new ApproveIncidentErasure(), Supervisor));
    }

    [Fact]
    public void What_is_worked_on_is_not_erased()
    {
        var centre = Ready();
        Refused(RefusalCode.WrongStage, centre.Do(A, All, Admin));
        Done(centre.Do(Ring, new ReceiveCall("110", null, null, null, null)));
        Refused(RefusalCode.WrongStage, centre.Do(Ring, new AskCallErasure([ErasureField.Caller], "r"), Admin));
        Done(centre.Do(A, Closure()));
        Done(centre.Do(A, All, Admin));
        Done(centre.Do(A, new ReopenIncident("more to do", null)));
        Refused(RefusalCode.WrongStage, centre.Do(A, new ApproveIncidentErasure(), Supervisor));
    }

    [Fact]
    public void Only_what_was_asked_for_is_erased()
    {
        var centre = Over();
        Done(centre.Do(A, new AskIncidentErasure([ErasureField.Place, ErasureField.Place], "r"), Admin));
        Done(centre.Do(A, new ApproveIncidentErasure(), Supervisor));
        Assert.Equal(("words", null), (centre.View(A).Narrative, centre.View(A).Location));
        Assert.Equal([ErasureField.Place], centre.View(A).Erasure!.Fields);
        Done(centre.Do(A, All, Admin));
        Done(centre.Do(A, new ApproveIncidentErasure(), Supervisor));
        Assert.Null(centre.View(A).Narrative);
        Assert.Equal(2, centre.State(A).Erasures);
    }

    [Fact]
    public void The_callers_of_an_incident_are_erased_in_its_calls()
    {
        var centre = Over();
        Done(centre.Do(A, new AskIncidentErasure([ErasureField.Caller], "r"), Admin));
        var decision = Done(centre.Do(A, new ApproveIncidentErasure(), Supervisor));
        Assert.Equal([A.Stream, Ring.Stream], decision.Events.Select(e => e.Stream));
        var entry = Assert.Single(decision.Personal);
        Assert.Equal((Ring.Stream, null), (entry.Stream, entry.Value));
        Assert.True(centre.View(Ring).Erased);
        Assert.Equal("told", centre.View(Ring).Narrative);
    }

    [Fact]
    public void A_call_is_erased_with_its_number()
    {
        var centre = Over();
        Done(centre.Do(Ring, new AskCallErasure([ErasureField.All], "r"), Admin));
        var decision = Done(centre.Do(Ring, new ApproveCallErasure(), Supervisor));
        Assert.Equal(Ring.Stream, Assert.Single(decision.Personal).Stream);
        var view = centre.View(Ring);
        Assert.Equal((null, null, null), (view.Narrative, view.Location, view.Disposition!.Note));
        Assert.Equal(A, view.IncidentId);
        Assert.DoesNotContain("told", JsonSerializer.Serialize(view), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_old_enough_is_erased_once_and_only_what_is_left()
    {
        var centre = Over();
        var closed = centre.State(A).ClosedAt!.Value;
        IReadOnlyList<ErasureField> fields = [ErasureField.Narrative, ErasureField.Place];
        Nothing(centre.Do(A, new EraseIncidentByAge(fields, closed), Actor.System));
        Done(centre.Do(A, new AskIncidentErasure([ErasureField.Notes], "r"), Admin));
        Assert.Single(Done(centre.Do(A, new EraseIncidentByAge([ErasureField.Narrative], closed.AddTicks(1)), Actor.System)).Events);

        // What somebody asked for still waits; what is gone is not erased again.
        Assert.Equal(ErasureStatus.AwaitingApproval, centre.View(A).Erasure!.Status);
        Assert.Equal([ErasureField.Narrative], centre.View(A).Erasure!.Gone);
        var rest = Assert.Single(Done(centre.Do(A, new EraseIncidentByAge(fields, closed.AddTicks(1)), Actor.System)).Events);
        Assert.Equal([ErasureField.Place], ((Tocsin.Incidents.Erased)rest.Event).Fields);
        Nothing(centre.Do(A, new EraseIncidentByAge(fields, closed.AddDays(1)), Actor.System));

        var over = centre.State(Ring.Stream) is CallState { OverAt: { } at } ? at : default;
        Nothing(centre.Do(Ring, new EraseCallByAge([ErasureField.Caller], over), Actor.System));
        Assert.Single(Done(centre.Do(Ring, new EraseCallByAge([ErasureField.Caller], over.AddTicks(1)), Actor.System)).Personal);
    }

    /// <summary>Whether a process remembers what was erased or reads it without the keys, it shows the same.</summary>
    [Theory]
    [InlineData(ErasureField.All)]
    [InlineData(ErasureField.Narrative)]
    [InlineData(ErasureField.Place)]
    [InlineData(ErasureField.Notes)]
    [InlineData(ErasureField.Feedback)]
    [InlineData(ErasureField.Caller)]
    [InlineData(ErasureField.Parties)]
    public void What_is_left_is_what_the_lines_without_their_keys_come_to(ErasureField field)
    {
        var centre = Over();
        Done(centre.Do(A, new AskIncidentErasure([field], "r"), Admin));
        Done(centre.Do(A, new ApproveIncidentErasure(), Supervisor));
        Done(centre.Do(Ring, new AskCallErasure([field], "r"), Admin));
        Done(centre.Do(Ring, new ApproveCallErasure(), Supervisor));
        foreach (var stream in new[] { A.Stream, Ring.Stream })
        {
            var before = StreamKey.New(0);
            var after = before.Without([.. ErasureFields.Meant([field])]);
            var kinds = StreamDefinitions.Catalogue;
            var read = kinds.Initial(stream);
            foreach (var decided in centre.Journal.Where(e => e.Stream == stream))
            {
                var data = EventCodec.Encode(decided.Event);
                if (kinds.Of(stream).Events.Erasable.TryGetValue(EventCodec.Kind(decided.Event), out var members))
                    data = Ciphers.Encipher(data, members, stream, before);
                var line = Ciphers.Decipher($$"""{"data":{{data}}}""", stream, after);
                read = read.Apply(kinds.Decode(stream, EventCodec.Kind(decided.Event), line), decided.OccurredAt);
            }

            Assert.Equal(centre.State(stream).ToBoard().View, read.ToBoard().View);
            Assert.Equal(centre.State(stream).Listing!.Text, read.Listing!.Text);
            Assert.Equal(centre.State(stream).Listing!.Keys, read.Listing!.Keys);
        }
    }

    [Theory]
    [InlineData(ErasureField.Notes, "the son of the mayor")]
    [InlineData(ErasureField.Notes, "closing words")]
    [InlineData(ErasureField.Feedback, "what the centre heard")]
    public void What_a_supervisor_or_the_centre_wrote_is_enciphered_with_its_field(ErasureField field, string text)
    {
        var key = StreamKey.New(0);
        var kinds = StreamDefinitions.Catalogue.Of(A.Stream).Events.Erasable;
        var happened = Over().Journal.Last(e => EventCodec.Encode(e.Event).Contains(text, StringComparison.Ordinal)).Event;
        var enciphered = Ciphers.Encipher(EventCodec.Encode(happened), kinds[EventCodec.Kind(happened)], A.Stream, key);
        Assert.DoesNotContain(text, enciphered, StringComparison.Ordinal);
        var erased = Ciphers.Decipher($$"""{"data":{{enciphered}}}""", A.Stream, key.Without([field]));
        Assert.DoesNotContain(text, erased, StringComparison.Ordinal);
        Assert.Contains(text, Ciphers.Decipher($$"""{"data":{{enciphered}}}""", A.Stream, key), StringComparison.Ordinal);
    }

    // A closed incident with a call, and a text in every place.
    private static Centre Over()
    {
        var centre = Ready();
        Done(centre.Do(Ring, new ReceiveCall("13800000000", "110-1", null, null, new Location(36.5, 113, "the caller's flat"))));
        Done(centre.Do(Ring, new ChangeCall(default, default, new("told"))));
        Done(centre.Do(Ring, new DisposeCall(DispositionKind.Duplicate, A, "a note of the call")));
        Done(centre.Do(A, new ChangeIncident(default, default, new(new Location(36.5, 113, "mill lane 5")), default)));
        Done(centre.Do(A, Assignment(One)));
        Done(centre.Do(A, new TakeSupervision("he is known"), Supervisor));
        Done(centre.Do(A, new GiveFeedback(One, "settled", "he said", new Dictionary<string, double>(), null)));
        var zhang = PartyPersonal.Nothing with { Name = "Zhang San" };
        Done(centre.Do(A, new AddParty(PartyKind.Person, PartyRole.Witness, zhang, "a red coat", null, null, null, null)));
        var put = new ChangeParty(
            1, default, default, new("Zhang Si"), default, default, default, default, new("a coat"), default, default, default, null);
        Done(centre.Do(A, put));
        var photo = new EvidenceItem(EvidenceKind.Photo, "nas://zhang", new string('a', 64), null, null, "Zhang", null, "he is on it");
        Done(centre.Do(A, new AddIncidentEvidence(photo, null)));
        Done(centre.Do(Ring, new AddCallEvidence(photo, null)));
        Done(centre.Do(A, new GiveOwnFeedback("settled", "what the centre heard", new Dictionary<string, double>(), null)));
        Done(centre.Do(
            A,
            new OverrideClosing(new CloseIncident("handled", "closing words", null) { Override = "the son of the mayor" }),
            Supervisor));
        return centre;
    }
}
