package main

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	f "github.com/fauna/faunadb-go/v4/faunadb"
)

const (
	timeFormat = "2006-01-02T15:04:05.999999999Z"
	dateFormat = "2006-01-02"
)

// A question that the query builder cannot express; travels as a panic, caught in `answer`.
type unsupported string

// A JSON object with its members in order: the first key names the form.
type object []member

type member struct {
	key   string
	value any
}

func (w object) has(key string) bool {
	for _, m := range w {
		if m.key == key {
			return true
		}
	}
	return false
}

func (w object) value(key string) any {
	for _, m := range w {
		if m.key == key {
			return m.value
		}
	}
	return nil
}

func (w object) need(key string) f.Expr {
	if !w.has(key) {
		panic(unsupported(w[0].key + " without " + key))
	}
	return expression(w.value(key))
}

func (w object) spread(key string) []any {
	if items, ok := w.value(key).([]any); ok && len(items) != 1 {
		return expressions(items)
	}
	if !w.has(key) {
		return nil
	}
	return []any{w.need(key)}
}

// expression turns wire JSON into what user code would write: builder calls and the driver's value classes.
func expression(wire any) f.Expr {
	switch w := wire.(type) {
	case nil:
		return f.Null()
	case bool:
		return f.BooleanV(w)
	case string:
		return f.StringV(w)
	case json.Number:
		return number(w)
	case []any:
		return f.Arr(expressions(w))
	case object:
		return objectExpression(w)
	}
	panic(fmt.Sprintf("not JSON: %T", wire))
}

func expressions(items []any) []any {
	result := make([]any, len(items))
	for i, item := range items {
		result[i] = expression(item)
	}
	return result
}

func number(text json.Number) f.Expr {
	if strings.ContainsAny(text.String(), ".eE") {
		if value, err := text.Float64(); err == nil {
			return f.DoubleV(value)
		}
	} else if value, err := text.Int64(); err == nil {
		return f.LongV(value)
	}
	panic(unsupported("the number " + text.String()))
}

func objectExpression(w object) f.Expr {
	if len(w) == 0 {
		panic(unsupported("{}"))
	}
	if len(w) == 1 && strings.HasPrefix(w[0].key, "@") {
		return literal(w[0].key, w[0].value)
	}
	for _, m := range w {
		if form, ok := forms[m.key]; ok && form.takesAll(w) {
			return form.build(w)
		}
	}
	panic(unsupported(w[0].key))
}

func (form form) takesAll(w object) bool {
	for _, m := range w {
		if !strings.Contains("\x00"+strings.Join(form.takes, "\x00")+"\x00", "\x00"+m.key+"\x00") {
			return false
		}
	}
	return true
}

func literal(tag string, content any) f.Expr {
	text, isText := content.(string)
	switch {
	case tag == "@ref" && isText:
		return f.Ref(text)
	case tag == "@ref":
		if r := ref(content); r != nil {
			return *r
		}
	case tag == "@ts" && isText:
		if t, err := time.Parse(timeFormat, text); err == nil {
			return f.TimeV(t)
		}
	case tag == "@date" && isText:
		if t, err := time.Parse(dateFormat, text); err == nil {
			return f.DateV(t)
		}
	case tag == "@bytes" && isText:
		if b, err := base64.StdEncoding.DecodeString(text); err == nil {
			return f.BytesV(b)
		}
	}
	panic(unsupported(fmt.Sprintf("%s %s", tag, text)))
}

func ref(content any) *f.RefV {
	w, ok := content.(object)
	if !ok {
		return nil
	}
	if inner, ok := w.value("@ref").(object); ok {
		w = inner
	}
	id, _ := w.value("id").(string)
	collection := ref(w.value("collection"))
	return &f.RefV{ID: id, Collection: collection, Class: collection, Database: ref(w.value("database"))}
}

// readJSON keeps the order of members and the text of numbers, which encoding/json does not.
func readJSON(text []byte) (any, error) {
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	return readValue(decoder)
}

func readValue(decoder *json.Decoder) (any, error) {
	token, err := decoder.Token()
	if err != nil {
		return nil, err
	}
	switch token {
	case json.Delim('['):
		items := []any{}
		for decoder.More() {
			item, err := readValue(decoder)
			if err != nil {
				return nil, err
			}
			items = append(items, item)
		}
		_, err = decoder.Token()
		return items, err
	case json.Delim('{'):
		members := object{}
		for decoder.More() {
			key, err := decoder.Token()
			if err != nil {
				return nil, err
			}
			value, err := readValue(decoder)
			if err != nil {
				return nil, err
			}
			members = append(members, member{key.(string), value})
		}
		_, err = decoder.Token()
		return members, err
	}
	return token, nil
}
