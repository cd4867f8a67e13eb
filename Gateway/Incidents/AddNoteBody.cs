using Tocsin.Bodies;

namespace Tocsin.Incidents;

/// <summary>The body of <c>POST /incidents/{id}/notes</c>.</summary>
internal static class AddNoteBody
{
    private static readonly Field<string> Text = Field.Required("text", CommonKinds.Note);

    /// <summary>The body.</summary>
    public static readonly Kind<AddNote> Kind = new ObjectKind<AddNote>(new Shape(Text), v => new AddNote(v.Get(Text)));
}
