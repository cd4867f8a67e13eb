using System.Text.Json;
using Microsoft.Net.Http.Headers;
using Tocsin.Csv;
using Tocsin.Recording;

namespace Tocsin.Answers;

/// <summary>
/// Writes an answer as CSV. A list is written a page at a time, as it is read: <c>limit</c> and <c>cursor</c> choose the page, each page
/// has a header row, and the header <c>Tocsin-Next</c> names the next one; it is absent on the last.
/// </summary>
/// <param name="zone">The centre's time zone, in which times are written.</param>
internal sealed class CsvAnswers(TimeZoneInfo zone)
{
    /// <summary>Writes the rows of some JSON documents.</summary>
    /// <param name="http">The request.</param>
    /// <param name="table">The table.</param>
    /// <param name="documents">The items of a page, or the one answer.</param>
    /// <param name="next">The cursor of the next page; null: there is none.</param>
    public Task Write(HttpContext http, CsvTable table, IReadOnlyList<string> documents, string? next)
    {
        if (documents is [var answer] && next is null)
            Looked.At(http)?.Show(answer, table);
        else
            Looked.At(http)?.Show(documents, table);
        var file = table.Write(documents, zone);
        var response = http.Response;
        response.ContentType = CsvTable.Media + "; charset=utf-8; header=present";
        response.ContentLength = file.Length;
        response.Headers.ContentDisposition = $"attachment; filename=\"{table.Name}.csv\"";
        response.Headers.Vary = $"{HeaderNames.Authorization}, {HeaderNames.Accept}";
        if (next is not null)
            response.Headers[AnswerWriter.NextHeader] = next;
        return response.Body.WriteAsync(file, http.RequestAborted).AsTask();
    }

    /// <summary>The cursor of the next page that stands in an answer which is no plain list; null: there is none.</summary>
    public static string? NextOf(string answer)
    {
        using var document = JsonDocument.Parse(answer);
        return document.RootElement.TryGetProperty("next", out var next) ? next.GetString() : null;
    }
}
