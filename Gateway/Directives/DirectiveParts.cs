using Tocsin.Examples;
using Tocsin.JsonBodies;
using Tocsin.Settings;

namespace Tocsin.Directives;

/// <summary>The parts of bodies for directives.</summary>
internal static class DirectiveParts
{
    /// <summary>A limit of a clock, in seconds.</summary>
    public static readonly JsonType<int> Seconds = new WholeNumberType(1, DirectiveLimits.LimitSecondsMax);

    private static readonly JsonField<int> Sign = JsonField.Optional(
        "sign", Seconds, "Seconds from its issue until it is signed for.", 60);

    private static readonly JsonField<int> Send = JsonField.Optional(
        "send", Seconds, "Seconds from its signing until somebody is sent; for `handle` only.", 120);

    private static readonly JsonField<int> Report = JsonField.Optional(
        "report", Seconds, "Seconds from its signing until a report.", 1200);

    private static readonly JsonField<int> Finish = JsonField.Optional(
        "finish", Seconds, "Seconds from its issue until it is concluded.", 86_400);

    private static readonly JsonField<string> ReceiptName = JsonField.Required("name", CommonTypes.Word, "The officer's name.", "Liu");

    private static readonly JsonField<string> Reference = JsonField.Optional(
        "reference", CommonTypes.Word, "The number of the receipt.", "(2026) 45");

    private static readonly JsonField<string> Phone = JsonField.Optional(
        "phone", new TextType(1, GatewayLimits.CallerNumberMax), "The officer's telephone number.", "0931");

    /// <summary>The limits of the clocks.</summary>
    public static readonly JsonType<DirectiveClockLimits> Limits = new ObjectType<DirectiveClockLimits>(
        new FieldSet(Sign, Send, Report, Finish),
        v => new DirectiveClockLimits(v.Find(Sign), v.Find(Send), v.Find(Report), v.Find(Finish)));

    /// <summary>Who took it over.</summary>
    public static readonly JsonField<DirectiveReceipt> Receipt = JsonField.Optional(
        "receipt",
        new ObjectType<DirectiveReceipt>(
            new FieldSet(ReceiptName, Reference, Phone),
            v => new DirectiveReceipt(v.Get(ReceiptName), v.Find(Reference), v.Find(Phone))),
        "Who took it over at a recipient's that does not sign in here.");

    /// <summary>An example of when something is due: two hours after the story begins.</summary>
    public static readonly DateTimeOffset Later = ExampleScene.ReceivedAt.AddHours(2);

    /// <summary>A list of words.</summary>
    public static JsonType<IReadOnlyList<string>> Words(int max) => new ListType<string>(CommonTypes.Word, 0, max, distinct: true);
}
