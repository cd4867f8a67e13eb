using Tocsin.JsonBodies;

namespace Tocsin.Incidents;

/// <summary>The body of <c>POST /incidents/{id}/notes</c>.</summary>
internal static class AddNoteBody
{
    private static readonly JsonField<string> Text = JsonField.Required(
        "text", CommonTypes.Note, "The note.", "The caller waits at the corner.");

    /// <summary>The body.</summary>
    public static readonly JsonType<AddNote> Type = new ObjectType<AddNote>(new FieldSet(Text), v => new AddNote(v.Get(Text)));
}
